/**
 * For browsers that cannot read the pages: plain words instead of an empty screen. It is not built, only copied, and written in the
 * oldest JavaScript there is (functions have names, so that nothing writes arrows in their place). The words themselves stand in
 * index.html.
 */
function showBefore(id) {
  document.getElementById('opening').hidden = true
  document.getElementById(id).hidden = false
}

/** The newest of what the pages take as given (README says which browsers have it). */
function isOldBrowser() {
  return !('fromEntries' in Object && 'flatMap' in [] && 'fetch' in window && window.CSS && CSS.supports('width', 'min(1px, 2px)'))
}

/** Whatever goes wrong before the first page stands. Later the pages say themselves what is wrong. */
function sayNotOpened(event) {
  if (document.getElementById('app').firstChild !== null) return
  showBefore(event.target === window ? 'too-old' : 'no-signal')
}

window.addEventListener('error', sayNotOpened, true)
if (isOldBrowser()) showBefore('too-old')
