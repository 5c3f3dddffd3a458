/** What is wrong with the options, said to who typed them. */
export class BadOption extends Error {}
