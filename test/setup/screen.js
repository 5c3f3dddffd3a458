/** miniprogram-simulate draws into a document; the village behind the pages needs Node itself, so only the document is added. */
const { JSDOM } = require('jsdom')

const { window } = new JSDOM('<!doctype html><html><body></body></html>', { pretendToBeVisual: true })
globalThis.window = window
for (const name of ['document', 'HTMLElement', 'Element', 'Node', 'Event', 'CustomEvent', 'getComputedStyle'])
  globalThis[name] = window[name]
