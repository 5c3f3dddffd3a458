/**
 * What mini-program components are told for those who listen. Taro writes into its templates only the attributes it knows,
 * and aria is not among them. `aria-hidden` is left out: whether an empty one hides things on a phone has not been tried.
 */
const states = ['checked', 'selected', 'disabled', 'expanded', 'pressed', 'busy', 'modal', 'live']
const named = ['aria-role', 'aria-label', ...states.map((state) => `aria-${state}`), 'tabIndex']
const aria = {}
// By hand: this runs on the phone before anything is filled in (client/kernel/fills.ts).
for (const name of named) aria[name] = ''

module.exports.components = { View: aria, Text: aria, Image: aria, Input: aria, Textarea: aria, Picker: aria }
