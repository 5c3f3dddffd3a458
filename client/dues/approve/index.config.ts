export default definePageConfig({ navigationBarTitleText: '核定一位' })
