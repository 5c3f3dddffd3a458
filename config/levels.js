/**
 * The newest JavaScript each side is told in, packages and the bundler's own code included. Mini-programs: WeChat's upload reads no
 * further, and old phones no further than that. Browsers: those of village desks (README says which).
 */
exports.levels = { weapp: 'es2017', h5: 'es2019' }
