/** Mounts the options app; everything it does lives in src/options. */
import { mount } from '../../options/app.tsx';

const root = document.getElementById('app');
if (root) mount(root);
