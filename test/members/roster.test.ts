import { nameLetters, readRoster } from '#shared/members/roster'
import { decideFounding } from '#shared/organisation/rules'

const people = (pasted: string) => readRoster(pasted).map(({ person }) => person)

describe('reading a pasted list of names', () => {
  it.each([
    ['王志强', { name: '王志强' }],
    ['张　三', { name: '张三' }],
    ['张 三', { name: '张三' }],
    ['王志强 一组 书记', { name: '王志强', group: '一组', post: 'secretary' }],
    ['王志强，一组，支部书记', { name: '王志强', group: '一组', post: 'secretary' }],
    ['12. 何国庆\t第2小组\t组长', { name: '何国庆', group: '二组', post: 'groupLeader' }],
    ['3、李　强 三组', { name: '李强', group: '三组' }],
    ['蒋䶮 12组', { name: '蒋䶮', group: '十二组' }],
    ['任𬱖', { name: '任𬱖' }],
    ['阿依古丽·买买提 二组', { name: '阿依古丽·买买提', group: '二组' }],
    ['阿依古丽•买买提', { name: '阿依古丽·买买提' }],
    ['陈', { name: '陈' }],
    ['王芳(大) 一组', { name: '王芳（大）', group: '一组' }],
    ['书记 王志强', { name: '王志强', post: 'secretary' }],
  ])('%s', (line, person) => expect(people(line)).toEqual([person]))

  it.each([
    ['一组', 'NO_NAME'],
    ['张三123', 'STRANGE_LETTERS'],
    ['张三<script>', 'STRANGE_LETTERS'],
    ['=cmd()', 'STRANGE_LETTERS'],
    ['王'.repeat(41), 'NAME_TOO_LONG'],
  ])('shows what is wrong with %s', (line, problem) => expect(readRoster(line)).toMatchObject([{ problem, text: line }]))

  it('takes every Han letter and every Latin one that stands in a name, written out or not, and no other', () => {
    const letters = Array.from({ length: 0x32400 }, (_, code) => code)
      .filter((code) => code < 0xd800 || code > 0xdfff)
      .map((code) => String.fromCodePoint(code))
    const isLetter = (letter: string) => /[\p{Script=Han}\p{Script=Latin}]/u.test(letter)
    /** Signs of phonetics, footnotes and numerals: Latin by name, but in nobody’s. */
    const rare =
      /[\u0250-\u02b8\u02e0-\u02e4\u1d00-\u1dbf\u2071\u207f\u2090-\u209c\u212a\u212b\u2132\u214e\u2160-\u2188\u2c60-\u2c7f\ua700-\ua7ff\uab30-\uab69\ufb00-\ufb06\u{10780}-\u{107ba}\u{16fe2}-\u{16ff6}\u{1df00}-\u{1df2a}]/u
    const taken = letters.filter((letter) => nameLetters.test(letter))
    expect(letters.filter((letter) => isLetter(letter) && !rare.test(letter) && !nameLetters.test(letter))).toEqual([])
    // Planes two and three hold nothing else; what is not given out yet may be a letter one day.
    expect(taken.filter((letter) => !isLetter(letter) && (letter.codePointAt(0) ?? 0) < 0x20000 && !'·（）'.includes(letter))).toEqual([])
  })

  it('takes forty letters, passes over empty lines and keeps the line numbers', () => {
    expect(people('王'.repeat(40))).toEqual([{ name: '王'.repeat(40) }])
    expect(readRoster('\r\n王志强\r\n\n  陈芳  \n').map(({ line, person }) => [line, person?.name])).toEqual([
      [2, '王志强'],
      [4, '陈芳'],
    ])
  })

  it('points at the earlier line of the same name', () => {
    expect(readRoster('王芳 一组\n陈芳\n王　芳 二组').map(({ sameNameAs }) => sameNameAs)).toEqual([undefined, undefined, 1])
  })
})

describe('deciding a founding', () => {
  it('names groups in the order of the list', () => {
    const members = [
      { name: '甲', group: '二组', post: 'secretary' as const },
      { name: '乙', group: '一组' },
      { name: '丙', group: '二组' },
      { name: '丁' },
    ]
    expect(decideFounding({ branchName: '新支部', isNameTaken: false, members })).toEqual({ ok: true, data: { groups: ['二组', '一组'] } })
  })
})
