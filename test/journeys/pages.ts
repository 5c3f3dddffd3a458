/** Every page with those who open it, and what is tapped before looking, so that what opens is looked at as well. */
export type Opened = readonly [name: string, who: string | undefined, path: string, press?: string]

/** Members and group leaders, on the morning of the theme day. */
export const ofMembers: readonly Opened[] = [
  ['who are you', undefined, '/#/main/claim/index'],
  ['who are you, a household', '刘桂兰', '/#/main/claim/index'],
  ['home of a member', '张大爷', '/'],
  ['home of a group leader', '徐大勇', '/#/main/home/index'],
  ['check-in', '张大爷', '/#/main/check-in/index?themeDayId={themeDay}'],
  ['check-in of a household', '刘桂兰', '/#/main/check-in/index?themeDayId={themeDay}'],
  ['we are all here', '刘桂兰', '/#/main/check-in/index?themeDayId={themeDay}', '我们都到了'],
  ['me, a member', '张大爷', '/#/main/me/index'],
  ['me, a household', '刘桂兰', '/#/main/me/index'],
  ['my phones', '张大爷', '/#/claims/devices/index'],
  ['leaving this phone', '张大爷', '/#/claims/devices/index', '这一部'],
  ['what is kept about me', '张大爷', '/#/claims/privacy/index'],
  ['on site, a group leader', '徐大勇', '/#/themeday/on-site/index?themeDayId={themeDay}'],
  ['who helped and looked', '阿强', '/#/assists/mine/index'],
  ['who helped and looked, nobody', '张大爷', '/#/assists/mine/index'],
  ['what is wrong', '徐大勇', '/#/assists/mine/index', '不是我'],
  ['no right', '张大爷', '/#/themeday/month/index'],
  ['the roster, a group leader', '徐大勇', '/#/members/roster/index'],
  ['a member, a group leader', '徐大勇', '/#/members/member/index?memberId={member}'],
  ['groups, no right', '张大爷', '/#/organisation/groups/index'],
]

/** Secretaries, of the branch that meets and of the one that has planned nothing. */
export const ofSecretaries: readonly Opened[] = [
  ['me, a secretary', '老王', '/#/main/me/index'],
  ['the month', '老王', '/#/themeday/month/index'],
  ['the month, none planned', '田有福', '/#/themeday/month/index'],
  ['planning', '田有福', '/#/themeday/plan/index'],
  ['on site', '老王', '/#/themeday/on-site/index?themeDayId={themeDay}'],
  ['the code held up', '老王', '/#/themeday/on-site/index?themeDayId={themeDay}', '亮码，让大家扫'],
  ['calling a name', '老王', '/#/themeday/on-site/index?themeDayId={themeDay}', '点名'],
  ['who needs a hand', '老王', '/#/themeday/help/index?themeDayId={themeDay}'],
  ['lending a hand', '老王', '/#/themeday/help/index?themeDayId={themeDay}', '赵玉珍'],
  ['objections, none', '老王', '/#/assists/objections/index'],
  ['the register', '老王', '/#/themeday/register/index?themeDayId={themeDay}'],
  ['handing out codes', '老王', '/#/claims/people/index'],
  ['one code', '老王', '/#/claims/people/index', '发认领码'],
  ['which group to print', '老王', '/#/claims/people/index', '认领码'],
  ['which role', '老王', '/#/main/me/index', '支书'],
  ['the roster', '老王', '/#/members/roster/index'],
  ['adding a member', '老王', '/#/members/add/index'],
  ['a member', '老王', '/#/members/member/index?memberId={member}'],
  ['the number of a member', '老王', '/#/members/member/index?memberId={member}', '看号码'],
  ['how a member takes part', '老王', '/#/members/member/index?memberId={member}', '怎么参加'],
  ['the category of a member', '老王', '/#/members/member/index?memberId={member}', '类别'],
  ['the register fields of a member', '老王', '/#/members/member/index?memberId={member}', '出生年月'],
  ['the sheet of a group', '老王', '/#/claims/sheet/index?groupId={group}'],
  ['who holds what, a branch', '老王', '/#/roles/officers/index'],
  ['an office, what can be done', '老王', '/#/roles/officers/index', '李明强'],
  ['groups', '老王', '/#/organisation/groups/index'],
  ['a new group', '老王', '/#/organisation/groups/index', '建一个党小组'],
  ['changing a group', '老王', '/#/organisation/groups/index', '一组'],
]

/** Town and county. */
export const ofTownAndCounty: readonly Opened[] = [
  ['objections, the town', '方敏', '/#/assists/objections/index'],
  ['answering an objection', '方敏', '/#/assists/objections/index', '我那天没到'],
  ['branches, the county', '沈文', '/#/organisation/branches/index'],
  ['branches, the town', '方敏', '/#/organisation/branches/index'],
  ['who holds what, the town', '方敏', '/#/roles/officers/index?unitId={branch}'],
  ['giving an office', '方敏', '/#/roles/give/index?unitId={branch}', '纪检委员'],
  ['handing over, who', '方敏', '/#/roles/hand-over/index?unitId={branch}'],
  ['founding', '沈文', '/#/organisation/found/index'],
  [
    'founding below a general branch',
    '沈文',
    '/#/organisation/found/index?committeeId={town}&generalBranchId=x&generalBranchName=河东党总支',
  ],
  ['the tree, the county', '沈文', '/#/organisation/units/index'],
  ['the tree, a town', '方敏', '/#/organisation/units/index'],
  ['the tree, a branch', '沈文', '/#/organisation/units/index?unitId={branch}'],
  ['changing a branch', '沈文', '/#/organisation/units/index?unitId={branch}', '改动'],
  ['a new general branch', '方敏', '/#/organisation/units/index', '建一个党总支'],
  ['which systems', '沈文', '/#/systems/switches/index'],
  ['turning a system off', '沈文', '/#/systems/switches/index', '主题党日'],
]

/** In the afternoon, when a check-in has arrived too late. */
export const afterTheDay: readonly Opened[] = [
  ['home, waiting for the secretary', '张大爷', '/'],
  ['check-in, waiting for the secretary', '张大爷', '/#/main/check-in/index?themeDayId={themeDay}'],
  ['the month, somebody waits', '老王', '/#/themeday/month/index'],
  ['who came late', '老王', '/#/themeday/late/index'],
  ['was he there', '老王', '/#/themeday/late/index', '张建国'],
  ['who came late, no right', '张大爷', '/#/themeday/late/index'],
]
