/** A story in a browser, on a busy machine, takes longer than jest's five seconds. */
jest.setTimeout(90_000)
