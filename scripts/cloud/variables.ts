/** What the commands for the cloud are told: by the environment, and by `.env.local`, which the deploying tool reads too. */
import { existsSync } from 'node:fs'
import type { Environment } from '../../cloudfunctions/runtime/keys'
import type { ManagerAccess } from './managed-environment'

const file = '.env.local'

/** What stands in the environment already is not overruled by the file. */
export function cloudVariables(): Environment {
  if (existsSync(file)) process.loadEnvFile(file)
  return process.env
}

/** Throws one sentence that names what is missing. */
export function accessIn(variables: Environment): ManagerAccess {
  const read = (name: string, what: string) => {
    const value = variables[name]?.trim()
    if (!value) throw new Error(`还没有填 ${name}（${what}）。请写进 ${file}，或者设成环境变量`)
    return value
  }
  return {
    env: read('LIANXIN_CLOUD', '云开发环境的 ID'),
    secretId: read('TENCENTCLOUD_SECRETID', '腾讯云访问密钥的 SecretId'),
    secretKey: read('TENCENTCLOUD_SECRETKEY', '腾讯云访问密钥的 SecretKey'),
  }
}
