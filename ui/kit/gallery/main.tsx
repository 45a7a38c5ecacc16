import '../src/tokens.css';
import '../src/base.css';
import { render } from 'preact';
import { Gallery } from './gallery.view.tsx';

const place = document.getElementById('gallery');
if (place !== null) render(<Gallery />, place);
