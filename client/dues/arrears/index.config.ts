export default definePageConfig({ navigationBarTitleText: '欠着的党费' })
