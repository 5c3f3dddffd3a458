/** The mini-program's side of a sheet: there is no focus to move and no Escape; its own way out is a button. */
export function useFocusInside(_id: string, _onEscape: () => void): void {}

export function focusOn(_id: string): void {}
