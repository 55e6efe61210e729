<?php
// What Apache's rewrite rules of WordPress say: files are served as they are, all else is asked of index.php.
$ot_path = parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH );
$ot_file = $_SERVER['DOCUMENT_ROOT'] . $ot_path;
if ( is_file( $ot_file ) ) {
	return false;
}
if ( is_dir( $ot_file ) && is_file( rtrim( $ot_file, '/' ) . '/index.php' ) ) {
	$_SERVER['SCRIPT_NAME'] = rtrim( $ot_path, '/' ) . '/index.php';
	require rtrim( $ot_file, '/' ) . '/index.php';
	return;
}
$_SERVER['SCRIPT_NAME'] = '/index.php';
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
