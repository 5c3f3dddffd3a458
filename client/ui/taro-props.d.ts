import '@tarojs/components/types/common'

/** What the platforms take although Taro's types do not name it. */
declare module '@tarojs/components/types/common' {
  interface StandardProps {
    tabIndex?: number
    onKeyDown?: (event: { readonly key: string; preventDefault(): void }) => void
  }
}
