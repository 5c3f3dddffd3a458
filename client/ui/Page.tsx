import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { device } from '../kernel/device'
import type { ShareCard } from '../kernel/ports'
import { useShare } from '../kernel/share'
import { useTextSize } from '../kernel/text-size'
import { headingOf, roleOf } from './aria'
import { OfflineBar, PageTop } from './PageTop'
import './page.scss'

interface PageProps {
  /** The headline; a page whose largest thing is something else (a result, a name) leaves it out. */
  readonly title?: ReactNode
  /** One quiet line under the headline. */
  readonly note?: ReactNode
  /** The note only adds: with large words it falls away. */
  readonly isNoteExtra?: boolean
  /** Left in the row of tools: 返回, or whose page this is. */
  readonly top?: 'owner' | 'back'
  readonly owner?: string
  /** Chips after the left word: a switch of roles. */
  readonly tools?: ReactNode
  /** 听一听: in the row of tools; with large words, where that row is full, below what it reads. */
  readonly listen?: ReactNode
  /** Right of the headline: one small button. */
  readonly beside?: ReactNode
  /** Said while there is no network: what can be done all the same. */
  readonly whenOffline?: string
  /** Lies under the thumb and stays there. */
  readonly foot?: ReactNode
  /** White with a line above where a list runs under the foot; paper otherwise. */
  readonly footOn?: 'paper' | 'white'
  /** The bar of tabs. */
  readonly bar?: ReactNode
  /** White ground: something is held up to be scanned, or goes on paper. */
  readonly ground?: 'paper' | 'white'
  /** What is sent on from here instead of the home page. */
  readonly share?: ShareCard | undefined
  /** Desk pages (lists of officers, print views) may take more than a phone's width. */
  readonly width?: 'phone' | 'desk'
  readonly children?: ReactNode
}

/** The frame of every page: tools, headline, what it is, and what to do at the bottom. */
export function Page(props: PageProps) {
  const {
    top = 'back',
    owner,
    tools,
    listen,
    foot,
    footOn = 'paper',
    bar,
    ground = 'paper',
    width = 'phone',
    whenOffline,
    share,
    children,
  } = props
  const { k, isBig } = useTextSize()
  useShare(share)
  const classes = ['page', isBig ? 'is-big' : '', `page-on-${ground}`, `page-${width}`].join(' ')
  return (
    // React writes custom properties through setProperty, which the style type does not know.
    <View className={classes} style={{ '--k': String(k), ...device.frame() } as Record<string, string>}>
      <View className="page-scroll">
        <View className="page-column">
          <PageTop top={top} owner={owner} tools={tools} listen={!isBig && listen} />
          <OfflineBar words={whenOffline} />
          <View className="page-main" {...roleOf('main')}>
            <PageHead {...props} isBig={isBig} />
            {children}
            {isBig && listen && <View className="page-listen no-print">{listen}</View>}
          </View>
        </View>
      </View>
      {foot && <View className={`page-foot page-foot-${footOn} no-print`}>{foot}</View>}
      {bar}
    </View>
  )
}

function PageHead({ title, note, isNoteExtra = false, beside, isBig }: PageProps & { readonly isBig: boolean }) {
  if (!title && !note) return null
  return (
    <View className="page-head">
      <View className="page-head-words">
        {title && (
          <View className="t-headline" {...headingOf(1)}>
            {title}
          </View>
        )}
        {note && !(isNoteExtra && isBig) && <View className="page-note t-note t-2">{note}</View>}
      </View>
      {beside}
    </View>
  )
}
