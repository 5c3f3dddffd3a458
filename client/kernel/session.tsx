/** Who this phone is: the persons it is claimed for, the one who acts now, and in which role. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { Role } from '#shared/kernel/organisation'
import { forgetAnswers } from './answers'
import { actAs, api, watchUnknown } from './api'
import { correctBy } from './clock'
import { device } from './device'
import { type Chosen, type Person, readChosen, readWho, rolesOf, saveChosen, saveWho, type Who } from './session-memory'
import { Unreachable } from './unreachable'

export type { Person, Who } from './session-memory'

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

const Context = createContext<Session | undefined>(undefined)

/** Where a claim was cut short, the answer says which of its two tokens the server knows. */
async function askWho(): ReturnType<typeof api.session.who> {
  const reply = await api.session.who({})
  if (!reply.ok) return reply
  const isKnown = reply.data.persons.length > 0
  return device.settleToken(isKnown) && !isKnown ? api.session.who({}) : reply
}

export function SessionProvider({ children }: { readonly children?: ReactNode }) {
  const [who, setWho] = useState(() => readWho())
  const [isUnreachable, setUnreachable] = useState(false)
  const [chosen, setChosen] = useState(() => readChosen())

  // Where the one who was chosen is no longer known here, the others of the household are not taken for them: the phone asks.
  const person = chosen.personId === undefined ? who?.persons[0] : who?.persons.find((known) => known.personId === chosen.personId)
  const held = useMemo(() => rolesOf(person), [person])
  const role = held.find((known) => known === chosen.role) ?? held[0]
  // Before the children ask anything: their first queries leave in the same commit.
  actAs(person?.personId)

  const refresh = useCallback(async () => {
    try {
      const reply = await askWho()
      // Refused (too many at once) is as good as no answer: whoever opened the page asks again by hand.
      setUnreachable(!reply.ok)
      if (!reply.ok) return undefined
      correctBy(reply.data.now)
      saveWho(reply.data)
      setWho(reply.data)
      return reply.data
    } catch (failure) {
      if (!(failure instanceof Unreachable)) throw failure
      setUnreachable(true)
      return undefined
    }
  }, [])

  const isAsked = useRef(false)
  const isAsking = useRef(false)
  useEffect(() => {
    if (!isAsked.current) void refresh()
    isAsked.current = true
    // A page of five questions is turned away five times, and one answer says to all of them who this is.
    const look = async () => {
      if (isAsking.current) return
      isAsking.current = true
      await refresh().finally(() => {
        isAsking.current = false
      })
    }
    const stops = [device.watchOnline((isOnline) => isOnline && void look()), watchUnknown(() => void look())]
    return () => {
      for (const stop of stops) stop()
    }
  }, [refresh])

  const choose = useCallback((next: Chosen) => {
    forgetAnswers()
    saveChosen(next)
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
