export default definePageConfig({ navigationBarTitleText: '各支部党费' })
