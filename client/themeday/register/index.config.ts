export default definePageConfig({ navigationBarTitleText: '主题党日签到表' })
