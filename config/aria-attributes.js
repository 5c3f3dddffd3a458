/**
 * What mini-program components are told for those who listen. Taro writes into its templates only the attributes it knows,
 * and aria is not among them. `aria-hidden` is left out: whether an empty one hides things on a phone has not been tried.
 */
const named = ['aria-role', 'aria-label', 'aria-checked', 'aria-selected', 'aria-disabled', 'aria-expanded', 'aria-live']
const aria = Object.fromEntries(named.map((name) => [name, '']))

module.exports.components = { View: aria, Text: aria, Image: aria, Input: aria, Textarea: aria, Picker: aria }
