/**
 * Who invoked a cloud function, as the platform says in this invocation's context. The SDK's own reader fills what is missing
 * there from the process's environment, which on a kept instance may still be an earlier caller's: so it is not used.
 */
import * as z from 'zod'

export type Invoker =
  /** a person by way of WeChat; `address` is empty when the platform does not tell it */
  | { readonly kind: 'person'; readonly openId: string; readonly address: string }
  | { readonly kind: 'timer' }
  /** CloudBase knows somebody whom we do not: a sign-in of its own, or an openId of no shape we know */
  | { readonly kind: 'stranger' }
  /** nobody is named: an HTTP request, whose session says who asks */
  | { readonly kind: 'unnamed' }

type Facts = ReadonlyMap<string, string>

const openIdShape = /^[0-9A-Za-z_-]{16,64}$/

export function invokerOf(context: unknown): Invoker {
  const facts = factsOf(context)
  const said = (name: string) => facts.get(name) ?? ''
  const openId = said('WX_OPENID')
  if (openIdShape.test(openId)) return { kind: 'person', openId, address: said('WX_CLIENTIP') || said('WX_CLIENTIPV6') }
  if (openId !== '' || said('TCB_UUID') !== '') return { kind: 'stranger' }
  return { kind: said('TRIGGER_SRC') === 'timer' ? 'timer' : 'unnamed' }
}

const contextShape = z.object({ environment: z.string().exactOptional(), environ: z.string().exactOptional() })
const environmentShape = z.record(z.string(), z.unknown())

/**
 * `environment` is JSON text, where a value cannot become a name. Platforms before it wrote `environ`, text like `NAME=value;NAME=value`
 * that marks no `;` inside a value: whoever may choose one of the values would be whoever they like. Nobody is believed by it.
 */
function factsOf(context: unknown): Facts {
  const { environment = '', environ = '' } = contextShape.safeParse(context).data ?? {}
  if (environment !== '') return factsOfJson(environment)
  if (environ !== '') throw new Error('the context of the invocation has no environment, only the older environ: the runtime is too old')
  return new Map()
}

function factsOfJson(text: string): Facts {
  const entries = Object.entries(environmentShape.parse(parsed(text)))
  return new Map(entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])))
}

/** The parser's own message quotes what it read, and openIds and secrets stand there. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error('the context of the invocation is no JSON')
  }
}
