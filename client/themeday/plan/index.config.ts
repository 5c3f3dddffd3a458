export default definePageConfig({ navigationBarTitleText: '定主题党日' })
