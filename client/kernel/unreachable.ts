/** No answer came: no signal, a server that is down, or 15 seconds of silence. Nothing is known about what was asked. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}
