import './kernel/fills'
import './kernel/entry'
import type { ReactNode } from 'react'
import { SessionProvider } from './kernel/session'
import { TextSizeProvider } from './kernel/text-size'
import { useOutboxRunning } from './kernel/use-outbox'
import './app.scss'

export default function App({ children }: { readonly children?: ReactNode }) {
  useOutboxRunning()
  return (
    <TextSizeProvider>
      <SessionProvider>{children}</SessionProvider>
    </TextSizeProvider>
  )
}
