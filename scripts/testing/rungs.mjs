import { check, checks, script, specs } from './steps.mjs';

/**
 * The rungs of `npm test`, in order. A rung is a name and its steps; a step says what it needs (`dist`: compiled
 * programs; `web`: built pages; `browser`: Chromium; `stack`: a real database and broker). Specs that run on either
 * profile read QIJING_TEST_PROFILE.
 */
const embedded = { QIJING_TEST_PROFILE: 'embedded' };
const cluster = { QIJING_TEST_PROFILE: 'cluster' };

export const rungs = [
  { name: 'unit', steps: [specs('specs', ['apps', 'libs', 'test/replay'])] },
  {
    name: 'architecture',
    steps: [
      script('types', 'typecheck'),
      script('lint', 'lint'),
      script('format', 'format:check'),
      check('fences', ['npm', 'run', '--silent', 'fences'], { files: ['.dependency-cruiser.cjs'] }),
      script('unused', 'unused'),
      specs('fixtures', ['test/architecture']),
      check('generated', [process.execPath, 'scripts/generate.mjs', '--check'], {
        needs: ['dist'],
        files: ['scripts/generate.mjs'],
      }),
      checks('docker', 'scripts/check-docker.mjs'),
    ],
  },
  { name: 'contracts', steps: [specs('specs', ['test/contracts'], { needs: ['dist'] })] },
  {
    name: 'service',
    steps: [
      specs('embedded', ['test/service'], { needs: ['dist'], env: embedded }),
      specs('cluster', ['test/service'], { needs: ['dist', 'stack'], env: cluster }),
      specs('gateway', ['test/gateway'], { needs: ['dist'] }),
    ],
  },
  { name: 'integration', steps: [specs('specs', ['test/integration'], { needs: ['dist', 'stack'], env: cluster })] },
  {
    name: 'journeys',
    steps: [
      specs('embedded', ['test/journeys'], { needs: ['dist'], env: embedded }),
      specs('cluster', ['test/journeys'], { needs: ['dist', 'web', 'stack'], env: cluster }),
    ],
  },
  {
    name: 'browser',
    steps: [
      specs('gates', ['test/browser/gates'], { needs: ['web'] }),
      specs('embedded', ['test/browser/story', 'test/browser/pages'], {
        needs: ['dist', 'web', 'browser'],
        env: embedded,
      }),
      specs('cluster', ['test/browser/story'], { needs: ['dist', 'web', 'browser', 'stack'], env: cluster }),
      checks('chromium 86', 'test/browser/chromium-86/smoke.mjs', { needs: ['dist', 'web', 'browser'] }),
    ],
  },
  {
    name: 'faults',
    steps: [
      specs('checker', ['test/faults'], { needs: ['dist', 'web'] }),
      specs('drill', ['test/drill'], { needs: ['dist', 'web', 'stack'] }),
    ],
  },
];
