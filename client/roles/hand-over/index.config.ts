export default definePageConfig({ navigationBarTitleText: '书记交接' })
