export default definePageConfig({ navigationBarTitleText: '党费零头' })
