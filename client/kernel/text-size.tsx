/** How large words are: what was chosen here or what the platform wants, whichever is larger. */
import { useDidShow } from '@tarojs/taro'
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { device } from './device'

export const textSizes = [1, 1.3, 1.6] as const
export type TextSize = (typeof textSizes)[number]

const storageKey = 'lianxin.textSize'

interface TextSizeValue {
  /** 1 to 2: what every text size is multiplied by */
  readonly k: number
  /** From here on columns become one and second lines fall away. */
  readonly isBig: boolean
  readonly chosen: TextSize
  /** The platform wants words larger than was chosen here, and has its way. */
  readonly isPlatforms: boolean
  readonly choose: (size: TextSize) => void
  /** The next size that makes words larger, and round again: a size the platform outdoes would change nothing. */
  readonly chooseNext: () => void
}

const Context = createContext<TextSizeValue | undefined>(undefined)

function readChosen(): TextSize {
  const stored = device.load(storageKey)
  return textSizes.find((size) => size === stored) ?? 1
}

export function TextSizeProvider({ children }: { readonly children?: ReactNode }) {
  const [chosen, setChosen] = useState(readChosen)
  const [factor, setFactor] = useState(device.textFactor)
  // The platform's own setting may be changed while we are in the background.
  useDidShow(() => setFactor(device.textFactor()))
  const choose = useCallback((size: TextSize) => {
    device.save(storageKey, size)
    setChosen(size)
  }, [])
  const value = useMemo(() => {
    const k = Math.min(2, Math.max(1, chosen, factor))
    const next = textSizes.find((size) => size > k) ?? 1
    return { k, isBig: k >= 1.3, chosen, isPlatforms: factor > chosen, choose, chooseNext: () => choose(next) }
  }, [chosen, factor, choose])
  return <Context.Provider value={value}>{children}</Context.Provider>
}

export function useTextSize(): TextSizeValue {
  const value = useContext(Context)
  if (value === undefined) throw new Error('useTextSize stands outside its provider')
  return value
}
