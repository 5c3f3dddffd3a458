/** What Tencent Cloud refuses most often, for people who have never read its codes. */
export function sayCloudFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  if (code.startsWith('ERR_PARSE_ARGS')) return '用法：npm run cloud:init，后面可以加 -- --check（只核对）或 -- --new-keys（生成钥匙）'
  if (code.startsWith('AuthFailure')) return `腾讯云不认这对访问密钥，请看看 SecretId 和 SecretKey 填对没有（${code}）`
  if (code.startsWith('UnauthorizedOperation')) return `这对访问密钥管不了这个环境，请用主账号让它能管云开发（${code}）`
  return code === '' ? error.message : `没有做成：${code} ${error.message}`
}
