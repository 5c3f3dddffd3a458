/** A story in a browser, or a village laid over HTTP, takes longer than jest’s five seconds on a busy machine. */
jest.setTimeout(90_000)
