/** How the extension is built, and the whole manifest: every permission named here is used, none is for later. */
import preact from '@preact/preset-vite';
import { minify } from 'terser';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { INNER_NAMES } from './inner-names.ts';
import { EXTENSION_PUBLIC_KEY } from './src/extension-id.ts';

export default defineConfig({
  imports: false,
  srcDir: 'src',
  outDir: process.env.CLAIMSIDE_EXTENSION_OUT ?? 'dist',
  vite: () => ({ plugins: [preact(), pageScriptTighter()] }),
  manifest: {
    name: 'Claimside',
    description: 'Bills a visit from inside the web EHR your practice already uses.',
    key: EXTENSION_PUBLIC_KEY,
    // `checkVisibility` with `visibilityProperty` (121), `currentCSSZoom` (128).
    minimum_chrome_version: '128',
    permissions: ['storage', 'scripting', 'sidePanel', 'activeTab'],
    // EHR sites and the practice's own server: asked for one by one, from a click in the options page.
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    action: { default_title: 'Bill this visit (Claimside)' },
    commands: { _execute_action: { suggested_key: { default: 'Alt+B' } } },
    side_panel: { default_path: 'sidebar.html' },
    web_accessible_resources: [
      // The page cannot embed the frame by the fixed extension id: its address is new at every browser start.
      { resources: ['sidebar.html'], matches: ['http://*/*', 'https://*/*'], use_dynamic_url: true },
    ],
  },
});

const TIGHTER = {
  ecma: 2022,
  compress: {
    ecma: 2022,
    passes: 8,
    lhs_constants: false,
    pure_getters: true,
    unsafe: true,
    unsafe_arrows: true,
    unsafe_methods: true,
  },
  format: { ecma: 2022 },
} as const;

/** The script in every page of an EHR is measured in bytes: Terser makes it a little smaller than the bundler does. */
function pageScriptTighter(): Plugin {
  return {
    name: 'page-script-tighter',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_, bundle) {
      const script = bundle['page.js'];
      if (script?.type !== 'chunk') return;
      const { code: once = script.code } = await minify(script.code, {
        ...TIGHTER,
        mangle: { properties: { regex: new RegExp(`^(?:${INNER_NAMES.join('|')})$`) } },
      });
      // Functions put first compress better, but only after all that can be written in place is; and then more can be.
      const functionsFirst = { ...TIGHTER, compress: { ...TIGHTER.compress, hoist_funs: true } };
      const { code: twice = once } = await minify(once, functionsFirst);
      const { code = twice } = await minify(twice, functionsFirst);
      script.code = code;
    },
  };
}
