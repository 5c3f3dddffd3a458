/** A story in a browser, or a village laid over HTTP, takes long on a busy machine. */
jest.setTimeout(180_000)
