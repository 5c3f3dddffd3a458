export default definePageConfig({ navigationBarTitleText: '替他传' })
