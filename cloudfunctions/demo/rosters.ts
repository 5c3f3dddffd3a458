/** The demonstration village as its secretaries would paste it: invented people, one a line. */

import type { DueKind } from '#shared/dues/ids'

export interface DemoBranch {
  readonly name: string
  readonly phone: string
  readonly pasted: string
}

export const county = { county: '青石县', admin: '沈文' } as const
export const town = { name: '清溪镇', officerName: '方敏' } as const

export const model: DemoBranch = {
  name: '示范村支部',
  phone: '0571-00000001',
  pasted: `王志强 一组 书记
陈　芳 一组
李秀兰 一组
周德福 一组 组长
吴小燕 一组
孙桂英 一组
马建华 一组
朱　文 一组
郑　海 一组
张建国 二组
刘　洋 二组
王秀英 二组
黄　丽 二组
徐大勇 二组 组长
何国庆 二组
高　梅 二组
林树根 二组
杨　帆 二组
刘桂兰 三组
赵玉珍 三组
李　强 三组
李明强 三组 组长
罗　喆 三组
梁小军 三组
宋秋菊 三组
唐双喜 三组`,
}

export const neighbours: readonly DemoBranch[] = [
  {
    name: '柳树村支部',
    phone: '0571-00000002',
    pasted: `田有福 一组 书记
董春生 一组 组长
范玉梅 一组
彭立新 一组
潘秀珍 一组
袁小龙 一组
蒋䶮 一组
蔡月娥 一组
余长河 一组
杜鹃 二组 组长
叶根宝 二组
程素英 二组
魏东 二组
苏红霞 二组
吕铁柱 二组
丁兰 二组
任𬱖 二组
沈月琴 二组`,
  },
  {
    name: '石桥村支部',
    phone: '0571-00000003',
    pasted: `姚国栋 一组 书记
卢美华 一组 组长
傅青山 一组
钟秀云 一组
姜大海 一组
崔玉兰 一组
谭小满 一组
廖志远 一组
范长贵 二组 组长
汪凤英 二组
陆安平 二组
金桂香 二组
石磊 二组
戴春梅 二组
贾宝田 二组
韦丽娜 二组`,
  },
]

/** Who of the model village may be tried on, and what there is to try. */
export const cast: readonly { readonly person: string; readonly name: string; readonly about: string }[] = [
  { person: 'zhang', name: '张建国', about: '张大爷，二组党员，来签到' },
  { person: 'wang', name: '王志强', about: '支书老王，办党日、点名' },
  { person: 'liu', name: '刘桂兰', about: '三组党员' },
  { person: 'qiang', name: '李强', about: '阿强，在杭州打工' },
  { person: 'xu', name: '徐大勇', about: '二组组长，给本组点名' },
  { person: 'fang', name: town.officerName, about: '镇里，看有哪些支部' },
  { person: 'shen', name: county.admin, about: '县里，建支部' },
]

/** Members who came early today: some scanned, some were called. */
export const scanned: readonly string[] = ['李秀兰', '吴小燕', '马建华', '王秀英', '黄丽', '徐大勇']
export const called: readonly string[] = ['陈芳', '何国庆', '唐双喜']

/** Who is the second pair of eyes on the dues. */
export const checks = '刘桂兰'

/** What the branch has set for farmers, in fen a month; everybody who is not named below farms. */
export const farmersPay = 50

interface DemoAmount {
  readonly kind: DueKind
  readonly monthlyFen: number
}

const notFarming: Readonly<Record<string, DemoAmount>> = {
  王志强: { kind: 'wage', monthlyFen: 1250 },
  李强: { kind: 'wage', monthlyFen: 4800 },
  周德福: { kind: 'retiree', monthlyFen: 2500 },
  赵玉珍: { kind: 'fixed', monthlyFen: 20 },
}

export function amountOf(name: string): DemoAmount {
  return notFarming[name] ?? { kind: 'farmer', monthlyFen: farmersPay }
}
