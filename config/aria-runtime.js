const { mergeInternalComponents } = require('@tarojs/shared')
const { components } = require('./aria-attributes.js')

mergeInternalComponents(components)
