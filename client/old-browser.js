/**
 * For browsers that cannot read the pages: plain words instead of an empty screen. It is not built, only copied, and written in the
 * oldest JavaScript there is. The words themselves stand in index.html.
 */
;(() => {
  function show(id) {
    document.getElementById('opening').hidden = true
    document.getElementById(id).hidden = false
  }

  /** The newest of what the pages take as given (README says which browsers have it). */
  function isOld() {
    return !('fromEntries' in Object && 'flatMap' in [] && 'fetch' in window && window.CSS && CSS.supports('width', 'min(1px, 2px)'))
  }

  /** Whatever goes wrong before the first page stands. Later the pages say themselves what is wrong. */
  window.addEventListener(
    'error',
    (event) => {
      if (document.getElementById('app').firstChild !== null) return
      show(event.target === window ? 'too-old' : 'no-signal')
    },
    true,
  )
  if (isOld()) show('too-old')
})()
