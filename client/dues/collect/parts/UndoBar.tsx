import { Text, View } from '@tarojs/components'
import { fen, sayYuan } from '#shared/kernel/fen'
import { api } from '../../../kernel/api'
import { useCommand } from '../../../kernel/use-command'
import { roleOf } from '../../../ui/aria'
import { Failed } from '../../../ui/Failed'
import { Icon } from '../../../ui/Icon'
import { Tappable } from '../../../ui/Tappable'
import type { Entry } from '../../parts/collecting'
import './undo-bar.scss'

interface UndoBarProps {
  readonly name: string
  readonly entry: Entry
  /** It was tapped: from here on the bar stays until there is an answer. */
  readonly onBegin: () => void
  readonly onUndone: () => void
}

/** 撤销 for a slip of the finger. Nothing is deleted: a second entry takes the first back, under a number of its own. */
export function UndoBar({ name, entry: { entryId, totalFen }, onBegin, onUndone }: UndoBarProps) {
  const undoing = useCommand(api.dues.reverse)
  const undo = async () => {
    onBegin()
    if ((await undoing.run({ entryId, reason: 'notReceived' })) !== undefined) onUndone()
  }
  return (
    <>
      <Failed command={undoing} />
      <View className="undo">
        <Text className="undo-words" {...roleOf('status')}>
          收了{name} {sayYuan(fen(totalFen))} 元
        </Text>
        <Tappable className="undo-verb" isDisabled={undoing.isRunning} ariaLabel={`撤销，${name}`} onPress={() => void undo()}>
          <Icon name="undo-2" />
          <Text>{undoing.isRunning ? '正在撤…' : '撤销'}</Text>
        </Tappable>
      </View>
    </>
  )
}
