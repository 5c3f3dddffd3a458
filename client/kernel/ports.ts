/** What the client asks of its platform. Each platform answers in device.<platform>.ts and send.<platform>.ts. */

export interface Device {
  /** Said to the server with every request. */
  readonly clientName: string
  /** False where only typing a code is possible. */
  readonly canScan: boolean
  /** What the camera read; undefined when the person gave up. Only where `canScan`. */
  readonly scan: () => Promise<string | undefined>
  /** 1 to 2: how much larger the platform's own text setting wants words. */
  readonly textFactor: () => number
  /** Custom properties of the page: `--height`; `--above` and `--menu`, what the platform draws over its top and right end; `--below`, its end. */
  readonly frame: () => Readonly<Record<string, string>>
  readonly load: (key: string) => unknown
  /** False when it could not be kept: storage is full, or forbidden. */
  readonly save: (key: string, value: unknown) => boolean
  /** Names of everything kept whose name begins so. */
  readonly keys: (prefix: string) => readonly string[]
  readonly forget: (key: string) => void
  /** The session of this device; undefined before anyone claimed it. */
  readonly readToken: () => string | undefined
  readonly setToken: (token: string) => void
  readonly forgetToken: () => void
  /** Makes a token where there is none and one is needed: only for who holds a claim code, so that looking around leaves no trace. */
  readonly ensureToken: () => Promise<void>
  /** URL-safe random letters, `bytes` strong. */
  readonly randomId: (bytes: number) => string
  readonly isOnline: () => boolean
  readonly watchOnline: (heard: (isOnline: boolean) => void) => () => void
  readonly isVisible: () => boolean
  readonly watchVisible: (heard: (isVisible: boolean) => void) => () => void
  /** `https://village.example`: what printed codes begin with. */
  readonly origin: () => string
  /** Why no other phone could open what begins with `origin`, and what to do about it. */
  readonly originProblem: () => string | undefined
  /** False where the platform has no menu that sends a page on. */
  readonly canShare: boolean
  /** False where pages can only be read. */
  readonly canPrint: boolean
  readonly print: () => void
  /** Felt in the hand, where a device can: done. */
  readonly vibrate: () => void
  readonly call: (phone: string) => void
  readonly copy: (text: string) => Promise<boolean>
}

/** What a page sent on to a group says, and the code on the wall it opens. No names, no counts: a card is seen by whoever gets it. */
export interface ShareCard {
  readonly title: string
  /** whose check-in page it opens */
  readonly themeDayId: string
}

export interface Envelope {
  readonly action: string
  readonly input: unknown
  readonly requestId: string
  /** which person of a shared phone asks */
  readonly as?: string
  /** the member for whom it is done, and why they cannot do it themselves */
  readonly for?: { readonly memberId: string; readonly reason: string }
  readonly client: string
}

/** Answers with the parsed JSON of the reply, or throws `Unreachable`. */
export type Send = (envelope: Envelope) => Promise<unknown>
