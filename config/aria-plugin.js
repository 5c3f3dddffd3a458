const path = require('node:path')
const { components } = require('./aria-attributes.js')

/** The same attributes for the templates, which are written now, and for the runtime, which then no longer drops them. */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      platform.template.mergeComponents(ctx, components)
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'aria-runtime.js')].flat()
    },
  })
}
