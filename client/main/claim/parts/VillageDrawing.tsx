import { View } from '@tarojs/components'
import { maskOf } from '../../../ui/mask'
import './village-drawing.scss'

const size = { width: 343, height: 92 }

/** Hills behind, furrows in front. */
const far = maskOf({
  ...size,
  lines:
    "<path d='M0 57C32 22 72 10 96 34 122-2 168-8 193 20c24-20 52-22 74-2 26-16 52-14 76 8'/><path d='M30 80c20 4 40 4 60 0M44 86c26 4 50 4 76 0M240 82c30 4 58 2 84-4'/>",
})

/** The ground, a tree, two houses. */
const near = maskOf({
  ...size,
  lines:
    "<path d='M0 76c60-12 110-12 176-4 60 7 118 6 167-6'/><path d='M176 72V50M176 58c-7 0-10-6-10-13 0-6 4-11 10-13 6 2 10 7 10 13 0 7-3 13-10 13zM176 42v8'/><path d='M202 50l24-17 25 17M206 47v21M246 47v21M219 68V54h13v14'/><path d='M248 55l18-12 18 12M252 52v17M280 52v17'/>",
})

/** Lines only, no red: the place, not a banner. */
export function VillageDrawing() {
  return (
    <View className="village">
      <View className="village-far" style={far} />
      <View className="village-near" style={near} />
    </View>
  )
}
