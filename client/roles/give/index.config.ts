export default definePageConfig({ navigationBarTitleText: '定一个身份' })
