export default definePageConfig({ navigationBarTitleText: '党费怎么记' })
