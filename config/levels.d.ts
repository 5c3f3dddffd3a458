export const levels: { readonly weapp: string; readonly h5: string }
