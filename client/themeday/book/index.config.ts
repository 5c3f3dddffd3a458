export default definePageConfig({ navigationBarTitleText: '党日簿' })
