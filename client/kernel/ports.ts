/** What the client asks of its platform. Each platform answers in device.<platform>.ts and send.<platform>.ts. */
import type { HelpReason } from '#shared/assists/ids'

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
  /**
   * A fresh token in the place of the present one, which is kept beside it until `settleToken`; asked again, the same two. Undefined where the
   * platform itself says who calls.
   */
  readonly renewToken: () => Promise<{ readonly token: string; readonly was?: string } | undefined>
  /** The fresh token stays, or the one before it comes back. False when nothing waited to be settled. */
  readonly settleToken: (isFreshKept: boolean) => boolean
  /** A fresh token waits to be settled: until then nobody knows which of the two the server knows. */
  readonly isRenewing: () => boolean
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
  /** Keeps a file where the person finds it, or opens it so that it can be sent on; false when that did not work. */
  readonly saveFile: (name: string, base64: string) => Promise<boolean>
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
  readonly for?: { readonly memberId: string; readonly reason: HelpReason }
  readonly client: string
}

/** Answers with the parsed JSON of the reply, or throws `Unreachable`. */
export type Send = (envelope: Envelope) => Promise<unknown>

/** `failed`: nothing was heard, or not all of it. */
export type Heard = 'whole' | 'failed'

/** What is said aloud here. Each platform answers in speak.<platform>.ts. Both ways answer how to stop, and after that tell nothing. */
export interface Speaker {
  /** False where the platform reads no Chinese aloud by itself. */
  readonly canRead: () => boolean
  readonly read: (words: string, ended: (heard: Heard) => void) => () => void
  readonly play: (address: string, ended: (heard: Heard) => void) => () => void
}

/** What was recorded here. */
export interface Recording {
  readonly seconds: number
  readonly bytes: ArrayBuffer
  /** plays it on this device */
  readonly address: string
}

export interface Recorder {
  /** False where no microphone may be asked for, or nothing comes of it that other phones play. */
  readonly canRecord: boolean
  /** The first time the person is asked whether it may. Answers how to stop; `ended` is told what came of it, `undefined`: nothing. */
  readonly record: (begun: () => void, ended: (recording: Recording | undefined) => void) => () => void
}

/** Puts bare bytes where a ticket says, or throws `Unreachable`. */
export type PutFile = (
  to: { readonly address: string; readonly headers: Readonly<Record<string, string>> },
  bytes: ArrayBuffer,
) => Promise<void>

/** A file the person chose on this device. */
export interface Paper {
  readonly name: string
  readonly bytes: ArrayBuffer
}

export interface Papers {
  /** Undefined when the person gave up. */
  readonly pick: () => Promise<Paper | undefined>
  /** Opens what lies at an address of ours; false when that did not work. */
  readonly open: (name: string, address: string) => Promise<boolean>
}
