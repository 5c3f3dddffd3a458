export default definePageConfig({ navigationBarTitleText: '加一位党员' })
