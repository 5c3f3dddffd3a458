export default definePageConfig({ navigationBarTitleText: '我们支部的习惯' })
