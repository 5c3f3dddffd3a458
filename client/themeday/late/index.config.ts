export default definePageConfig({ navigationBarTitleText: '晚到的签到' })
