export default definePageConfig({ navigationBarTitleText: '党员说不对的' })
