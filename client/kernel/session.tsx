/** Who this phone is: the persons it is claimed for, the one who acts now, and in which role. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { type Role, roles } from '#shared/kernel/organisation'
import { forgetAnswers } from './answers'
import { type Answer, actAs, api } from './api'
import { correctBy } from './clock'
import { device } from './device'
import { Unreachable } from './unreachable'

export type Who = Answer<'session', 'who'>
export type Person = Who['persons'][number]

export interface Session {
  /** `unreachable` only where nothing was known before either. */
  readonly state: 'opening' | 'ready' | 'unreachable'
  readonly who: Who | undefined
  readonly person: Person | undefined
  readonly role: Role | undefined
  /** The roles worth switching between. */
  readonly roles: readonly Role[]
  readonly choosePerson: (personId: string) => void
  readonly chooseRole: (role: Role) => void
  /** Takes the session of another device (a demonstration's person) in place of this one. */
  readonly adopt: (token: string) => Promise<void>
  /** Asks the server again; answers what it said, or undefined without a signal. */
  readonly refresh: () => Promise<Who | undefined>
}

interface Chosen {
  readonly personId?: string
  readonly role?: Role
}

const whoKey = 'lianxin.who'
const chosenKey = 'lianxin.chosen'
const Context = createContext<Session | undefined>(undefined)

export function SessionProvider({ children }: { readonly children?: ReactNode }) {
  const [who, setWho] = useState(() => readWho())
  const [isUnreachable, setUnreachable] = useState(false)
  const [chosen, setChosen] = useState(() => readChosen())

  const person = who?.persons.find((known) => known.personId === chosen.personId) ?? who?.persons[0]
  const held = useMemo(() => rolesOf(person), [person])
  const role = held.find((known) => known === chosen.role) ?? held[0]
  // Before the children ask anything: their first queries leave in the same commit.
  actAs(person?.personId)

  const refresh = useCallback(async () => {
    try {
      const reply = await api.session.who({})
      // A session that ended (or was taken back) is not an outage: nobody is known here any more.
      const said = reply.ok ? reply.data : undefined
      if (said === undefined) return undefined
      correctBy(said.now)
      device.save(whoKey, said)
      setWho(said)
      setUnreachable(false)
      return said
    } catch (failure) {
      if (!(failure instanceof Unreachable)) throw failure
      setUnreachable(true)
      return undefined
    }
  }, [])

  const isAsked = useRef(false)
  useEffect(() => {
    if (!isAsked.current) void refresh()
    isAsked.current = true
    return device.watchOnline((isOnline) => isOnline && void refresh())
  }, [refresh])

  const choose = useCallback((next: Chosen) => {
    forgetAnswers()
    device.save(chosenKey, next)
    setChosen(next)
  }, [])
  const adopt = useCallback(
    async (token: string) => {
      device.setToken(token)
      choose({})
      // Nobody of the session before may be named in its first question.
      actAs(undefined)
      await refresh()
    },
    [choose, refresh],
  )
  const personId = person?.personId
  const value = useMemo<Session>(
    () => ({
      state: who !== undefined ? 'ready' : isUnreachable ? 'unreachable' : 'opening',
      who,
      person,
      role,
      roles: held,
      choosePerson: (id) => choose({ personId: id }),
      chooseRole: (next) => choose({ ...(personId === undefined ? {} : { personId }), role: next }),
      adopt,
      refresh,
    }),
    [who, isUnreachable, person, personId, role, held, choose, adopt, refresh],
  )
  return <Context.Provider value={value}>{children}</Context.Provider>
}

export function useSession(): Session {
  const value = useContext(Context)
  if (value === undefined) throw new Error('useSession stands outside its provider')
  return value
}

/** Highest first. A group leader sees all a member sees, so that there is nothing to switch. */
function rolesOf(person: Person | undefined): readonly Role[] {
  const held = roles.filter((role) => person?.roles.some((grant) => grant.role === role)).reverse()
  return held.includes('groupLeader') ? held.filter((role) => role !== 'member') : held
}

function readWho(): Who | undefined {
  const stored = device.load(whoKey)
  return isWho(stored) ? stored : undefined
}

/** Kept by an earlier version perhaps: what does not look right is asked anew. */
function isWho(value: unknown): value is Who {
  return typeof value === 'object' && value !== null && 'persons' in value && Array.isArray(value.persons) && 'now' in value
}

function readChosen(): Chosen {
  const stored = device.load(chosenKey)
  if (typeof stored !== 'object' || stored === null) return {}
  const personId = 'personId' in stored && typeof stored.personId === 'string' ? { personId: stored.personId } : {}
  const kept = 'role' in stored ? roles.find((role) => role === stored.role) : undefined
  return { ...personId, ...(kept === undefined ? {} : { role: kept }) }
}
