export default definePageConfig({ navigationBarTitleText: '上缴和使用' })
