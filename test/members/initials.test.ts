import { initialsOf } from '../../cloudfunctions/members/pinyin'

describe('initials of a name', () => {
  it.each([
    ['张建国', 'zjg'],
    ['单玉兰', 'syl'],
    ['曾广发', 'zgf'],
    ['仇志强', 'qzq'],
    ['解小红', 'xxh'],
    ['区大勇', 'ody'],
    ['盖文', 'gw'],
    ['欧阳秀兰', 'oyxl'],
    ['尉迟山', 'ycs'],
    ['蒋䶮', 'jy'],
    ['任㛃', 'rj'],
    ['阿依古丽·买买提', 'ayglmmt'],
    ['王芳（大）', 'wfd'],
    ['陈', 'c'],
    ['ÖmerA', 'omera'],
  ])('%s is %s', (name, initials) => expect(initialsOf(name)).toBe(initials))

  it('a name of forty letters has forty', () => expect(initialsOf('王'.repeat(40))).toBe('w'.repeat(40)))

  it('letters without a sound fall out rather than break the search', () => {
    expect(initialsOf('·')).toBe('')
    expect(initialsOf('𰻝李')).toMatch(/^[a-z]?l$/)
  })
})
