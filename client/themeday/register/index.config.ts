export default definePageConfig({ navigationBarTitleText: '主题党日登记表' })
