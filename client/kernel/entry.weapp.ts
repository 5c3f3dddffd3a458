/** Before anything is asked: the cloud environment is named once. A scanned code comes to the landing page by itself. */
import Taro from '@tarojs/taro'
import { deployment } from './deployment'
import { sayTooOld } from './too-old.weapp'

sayTooOld()
if (deployment.api === '') Taro.cloud.init(deployment.cloud === '' ? {} : { env: deployment.cloud })
