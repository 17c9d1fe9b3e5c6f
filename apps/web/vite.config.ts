import components from 'unplugin-vue-components/vite';
import { ElementPlusResolver, VantResolver } from 'unplugin-vue-components/resolvers';
import legacy from '@vitejs/plugin-legacy';
import vue from '@vitejs/plugin-vue';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { compressed } from './build/compressed.ts';
import { fontsAsFiles } from './build/fonts-as-files.ts';

/** Oldest browser that is served: desktops with domestic systems still run it. */
const FLOOR = 'chrome86';
const page = (path: string): string => resolve(import.meta.dirname, path, 'index.html');

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  cacheDir: '../../.cache/vite',
  define: {
    __VUE_OPTIONS_API__: true,
    __VUE_PROD_DEVTOOLS__: false,
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  plugins: [
    fontsAsFiles(resolve(import.meta.dirname, '../../.cache/web-fonts')),
    vue(),
    // Components of both libraries come with their styles and only where a template names them.
    components({ dts: false, dirs: [], resolvers: [ElementPlusResolver(), VantResolver()] }),
    legacy({ modernTargets: 'chrome>=86', modernPolyfills: true, renderLegacyChunks: false }),
    compressed(),
  ],
  build: {
    // `target` is the modernTargets of the legacy plugin.
    cssTarget: FLOOR,
    outDir: '../../dist/web',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // A page may load nothing from `data:` but pictures.
    assetsInlineLimit: (file) => (/\.(svg|png|webp)$/.test(file) ? undefined : false),
    rolldownOptions: {
      input: {
        'sign-in': page('.'),
        console: page('console'),
        unit: page('unit'),
        portal: page('portal'),
        admin: page('admin'),
        password: page('password'),
        setup: page('setup'),
      },
    },
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': 'http://127.0.0.1:3000', '/.well-known': 'http://127.0.0.1:3000' } },
});
